import { answerFields } from '../../components/wizard/answer-fields.tsx'
import { useWizard } from './wizard.ts'

export const { TextAnswer, SelectAnswer, ChosenAnswer } = answerFields(useWizard)
